import { describe, expect, test } from 'vitest';
import { topicOf } from '../../../src/checker/reading/topic.ts';
import { wordsOf } from '../../../src/checker/reading/words.ts';
import { loadOnce } from '../../../src/content/load.ts';
import { ROOT } from '../../../src/shared/environment.ts';

const TOPICS = [
  { id: 'trips', words: ['trip', 'coach'] },
  { id: 'uniform', words: ['uniform', 'shoe*', 'pe kit'] },
];
const idOf = (text: string): string | undefined => topicOf(wordsOf(text), TOPICS)?.id;

describe('the topic of a text', () => {
  test('is the one whose words it has most of', () => {
    expect(idOf('Which shoes go with the uniform on the trip?')).toBe('uniform');
  });

  test('needs the words of a run one after the other, which then count as many', () => {
    expect(idOf('the PE teacher, his kit and the trip')).toBe('trips');
    expect(idOf('his PE kit and the trip')).toBe('uniform');
  });

  test('is none where no word is there', () => {
    expect(idOf('good morning')).toBeUndefined();
  });

  test.each([
    ['can one parent tell the school the other isnt allowed to collect?', 'collecting'],
    ['twice this week ive come home to a car on my drive', 'parking'],
    ['what time does breakfast club start', 'clubs'],
    ['Taking her out of RE lessons', 're-rse'],
    ['do they still do nut free lunches', 'health'],
  ])('is right for what schools are asked: %s', (text, topic) => {
    expect(topicOf(wordsOf(text), loadOnce(ROOT).elsewhere)?.id).toBe(topic);
  });
});
