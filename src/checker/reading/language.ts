import type { Word } from './words.ts';

/**
 * Everyday words of languages that families at English schools speak and that are written in Latin
 * letters, as {@link Word} forms: lower case, no accents. Words that English has too (`die`, `hat`,
 * `me`) are left out, so that an English text cannot be taken for another.
 */
const OTHER_LANGUAGES: Record<string, string> = {
  albanian:
    'eshte nuk dhe qe nje per kam jam tim time femija femije shkolla mesuesja mesuesi une cfare ku si pse mund te ne',
  czechAndSlovak:
    'jsem jsme neni nie som sme moje muj moj dite dieta skola skole ucitelka kde kdy ako prosim ktery ktora ze se sa byl bol co mame',
  dutch:
    'ik een het niet mijn zijn wij heeft hebben waar wanneer kind van dat maar ook naar voor zij met juf',
  french:
    'je suis est les une des mon ma mes enfant fils fille ecole avec pour dans pas que qui ou quand comment nous vous bonjour merci il elle sur le la du au maitresse',
  german:
    'ich nicht ist das und mein meine kind schule lehrerin lehrer wann wie wir haben habe mit auf ein eine einen der dem bitte wo kann sie tochter sohn',
  hungarian:
    'nem van hogy egy vagyok gyerek gyerekem iskola tanar mikor hol miert ez azt kell fiam lanyom a az es',
  italian:
    'sono non il della che mio mia figlio figlia scuola maestra quando dove come perche ho abbiamo con gli una di grazie buongiorno per',
  latvian: 'es esmu nav ir mans mana berns skola kad kur ka par ar un vai skolotaja ludzu',
  lithuanian: 'as esu nera yra mano vaikas mokykla mokytoja kada kur kaip ir kad ar labas prasau su del',
  polish:
    'jestem jest nie moje moj moja dziecko szkola szkole nauczycielka nauczyciel kiedy gdzie jak prosze dzien dobry mam sie czy w z na syn corka co dlaczego ktos mnie mojego mojej moim przez',
  portuguese:
    'nao meu minha filho filha escola professora quando onde como uma para com por que eu esta estou voce obrigado bom dia os da no ao',
  romanian:
    'sunt este nu meu mea copil copilul copilului scoala invatatoarea cand unde cum vreau pentru cu si sa ca imi ati buna ziua va rog la fiul fiica pe din',
  somali:
    'waa ma ilmahayga iskuulka dugsiga macallinka waxaan goorma xagee iyo ku ka wiilkayga gabadhayda maxaa aan uu ay',
  spanish:
    'soy estoy esta no mi hijo hija escuela colegio profesora maestra cuando donde como una para con por que yo los las el la del quiero gracias hola puedo es en su se',
  swahili: 'ni mtoto wangu shule mwalimu lini wapi kwa na sana habari asante mimi yangu ya wa',
  tagalog: 'ang ng mga ako anak ko paaralan guro kailan saan po sa hindi siya aking ay ba',
  turkish:
    'bir ve bu ben cocugum cocuk okul okulda ogretmen ne zaman nerede nasil icin degil var yok oglum kizim mi cok merhaba lutfen',
  urduAndHindi:
    'hai hain mera meri mere beta beti bacha bachay bacche ka ki ko nahi nahin kya kab kahan kaise aur mein ne se kar raha rahi tha thi',
  vietnamese: 'toi khong con cua truong giao khi nao o dau la va cho nhung duoc xin chao gi',
  welsh:
    'mae yn y mae fy plentyn ysgol athro athrawes pryd ble sut nid ac gyda eisiau dwi wedi ydy beth i o ar',
};

/** English words frequent enough that a line of English nearly always has one. */
export const ENGLISH: ReadonlySet<string> = new Set(
  (
    'a about after again all am an and another any are as at back be because been before being but by call called ' +
    'came can cant child children class code complain complaint could day did didnt do does doesnt done dont email ' +
    'every everyone for from get getting give go going got had happened has hasnt have having he head hello help ' +
    'her here hes hi him his home how i if im in into is isnt it its ive just keep keeps kid kids know left let ' +
    'letter like little long lunch make man many may me meeting mine more mum mums my need never next no not now ' +
    'number of off office on one only or other our out over own parent parents people person please post posted ' +
    'put reply right rude rule rules said same saw say saying says school see sent she shes should shouted so some ' +
    'someone son still stop teacher teachers tell than thank thanks that thats the their them then there they ' +
    'theyre thing think this time to today told too took twice two u up ur us very want wants was wasnt way we ' +
    'week well went were what whats when where which who whos why will with without wont work would year yes ' +
    'yesterday you your dad ofsted facebook whatsapp complaints ban banned daughter'
  ).split(' '),
);

/** Which languages (by their place in the list above) have a form. Those that English has count for none. */
const LANGUAGES_OF = new Map<string, number[]>();
for (const [language, words] of Object.values(OTHER_LANGUAGES).entries()) {
  for (const form of new Set(words.split(' '))) {
    if (!ENGLISH.has(form)) LANGUAGES_OF.set(form, [...(LANGUAGES_OF.get(form) ?? []), language]);
  }
}

const NOT_LATIN = /[^\P{L}\p{Script=Latin}]/u;

/** How many words are enough to tell; more would only cost time. */
const ENOUGH = 400;

/**
 * Whether a text is in another language than English: most of its words are in another script, or
 * the commonest words of one other language outnumber the common English ones.
 *
 * @param words the text's words.
 * @returns false when in doubt, for an English text taken for another would lose its answer.
 */
export function isOtherLanguage(words: readonly Word[]): boolean {
  const forms = words.slice(0, ENOUGH).map(({ form }) => form);
  const hits = Object.keys(OTHER_LANGUAGES).map(() => 0);
  let english = 0;
  let foreignScript = 0;
  for (const form of forms) {
    if (NOT_LATIN.test(form)) foreignScript += 1;
    else if (ENGLISH.has(form)) english += 1;
    else for (const language of LANGUAGES_OF.get(form) ?? []) hits[language] = (hits[language] ?? 0) + 1;
  }
  if (foreignScript * 2 > forms.length) return true;
  const other = Math.max(...hits);
  return other >= 2 && other > english && other * 4 >= forms.length;
}
