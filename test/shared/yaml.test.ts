import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { httpsUrl, orEmpty } from '../../src/shared/fields.ts';
import { ContentError } from '../../src/shared/problem.ts';
import { readYaml } from '../../src/shared/yaml.ts';

const schema = z.strictObject({ name: z.string().min(1).describe('the school’s name.') });
const read = (line: string): string => readYaml('content/school.yaml', `# A note\n${line}\n`, schema).name;

/** What an office might write after `name: `, and that it's read whole. */
test.each([
  ['Hill Top Primary School', 'Hill Top Primary School'],
  ['St Mary’s & St Joseph’s', 'St Mary’s & St Joseph’s'],
  ['"Hill Top: a primary school"', 'Hill Top: a primary school'],
  ["'It''s Hill Top'", "It's Hill Top"],
  ['"He said \\"hello\\""', 'He said "hello"'],
  ['Hill Lane#3', 'Hill Lane#3'],
  ['"Room #3, Annexe"', 'Room #3, Annexe'],
  ['07:30', '07:30'],
  ['1_000', '1_000'],
  ['no', 'no'],
  ['Yes', 'Yes'],
  ['on', 'on'],
  ['2026-09-01', '2026-09-01'],
  ['1.2.3', '1.2.3'],
  ['+44 1154 960123', '+44 1154 960123'],
  ['01154 960123', '01154 960123'],
  ['"01154960123"', '01154960123'],
  ['8.30am to 3.15pm', '8.30am to 3.15pm'],
  ['50%', '50%'],
  ['£1.50', '£1.50'],
  ['Years 5 & 6', 'Years 5 & 6'],
  ['C of E (VA)', 'C of E (VA)'],
  ['Hill Top, Sheffield', 'Hill Top, Sheffield'],
  ['a-b-c', 'a-b-c'],
  ['Hill Top - Infants', 'Hill Top - Infants'],
  ['Łódź Street', 'Łódź Street'],
  ['ysgol.example.org', 'ysgol.example.org'],
  ['https://ysgol.example.org/a:b', 'https://ysgol.example.org/a:b'],
  ['Hill\tTop', 'Hill\tTop'],
  ['What? A school!', 'What? A school!'],
  ['Hill Top [Infants]', 'Hill Top [Infants]'],
  ['Hill Top {Infants}', 'Hill Top {Infants}'],
  ['Hill|Top', 'Hill|Top'],
  ['Hill > Top', 'Hill > Top'],
  ['Hill = Top', 'Hill = Top'],
  ['"~"', '~'],
  ['\\Hill', '\\Hill'],
  ['Hill *Top*', 'Hill *Top*'],
])('%s is read whole', (written, value) => {
  expect(read(`name: ${written}`)).toBe(value);
});

/** What YAML drops, or reads as something else, with a part of what is said. */
test.each([
  ['Hill Lane, Room #3 Annexe', '#3 Annexe'],
  ['#1 Hill Lane', '#1 Hill Lane'],
  ['"Hill Lane" # the old one', '# the old one'],
  ['&Hill School', '&Hill'],
  ['*Hill*', '*Hill*'],
  ['!Hill', '!Hill'],
  ['!!str Hill', 'tag:yaml.org,2002:str'],
  ['01154960123', '01154960123'],
  ['6E2', '6E2'],
  ['0x1F', '0x1F'],
  ['0o17', '0o17'],
  ['.5', '.5'],
  ['.inf', '.inf'],
  ['12', '12'],
  ['true', 'true'],
  ['False', 'False'],
  ['~', '~'],
  ['null', 'null'],
  ['Null', 'Null'],
  ['[Hill Top]', '[Hill Top]'],
  ['{Hill Top}', '{Hill Top}'],
  ['Hill Top: a school', 'colon'],
  ['"Hill Top', 'quot'],
  ["'Hill Top", 'quot'],
  ['"Hill" Top', 'quotation marks'],
  ['@hilltop', '@'],
  ['`Hill`', '`'],
  ['%Hill', '%'],
  ['- Hill', 'key: value'],
  ['? Hill', 'key: value'],
  ['', 'missing'],
])('%s is refused, with its line and what to write', (written, said) => {
  const refused = (() => {
    try {
      return read(`name: ${written}`);
    } catch (error) {
      return error;
    }
  })();
  expect(refused).toBeInstanceOf(ContentError);
  const [problem] = (refused as ContentError).problems;
  expect(problem?.line).toBeGreaterThanOrEqual(2);
  expect(problem?.line).toBeLessThanOrEqual(3);
  expect(`${problem?.wrong} ${problem?.instead}`).toContain(said);
});

describe('a mistake', () => {
  const problems = (text: string, of: z.ZodType) => {
    try {
      readYaml('content/school.yaml', text, of);
    } catch (error) {
      if (error instanceof ContentError) return error.problems;
    }
    return [];
  };

  test('of a number without quotation marks says what to write, zero at the start included', () => {
    expect(problems('phone: 01154960123', z.object({ phone: z.string() }))).toEqual([
      {
        file: 'content/school.yaml',
        line: 1,
        wrong: '“phone” is read as a number: 01154960123',
        instead: "Put quotation marks round it, so that it stays as it is: '01154960123'",
      },
    ]);
  });

  test('is no note on a line of its own, nor a key left empty above one', () => {
    const text = '# The phone.\nphone:\n\n# The name, as on the door.\nname: Hill\n  # deeper\n';
    const both = z.object({ phone: orEmpty(z.string()), name: z.string() });
    expect(readYaml('content/school.yaml', text, both)).toEqual({ name: 'Hill' });
  });

  test.each([
    'https:hilltop.sch.uk',
    'https:/hilltop.sch.uk',
    'http://hilltop.sch.uk',
    'hilltop.sch.uk',
    'https://hilltop',
    '/policies',
  ])('is an address that isn’t whole: %s', (url) => {
    const [problem] = problems(`url: ${url}`, z.object({ url: httpsUrl() }));
    expect(problem?.wrong).toContain('https://');
  });
});
