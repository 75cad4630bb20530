/** The commonest English words: they may carry weight, but mean nothing to the person who wrote them. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
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
