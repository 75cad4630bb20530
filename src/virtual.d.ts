declare module 'virtual:answers' {
  /** Every situation, in the order of its groups. */
  export const situations: import('./situations/situation.ts').Situation[];
  /** Address of the list of situations, with the site's folder. */
  export const listHref: string;
  export const words: import('./checker/schema.ts').CheckerWords;
  export const elsewhere: readonly import('./checker/schema.ts').Elsewhere[];
}
declare module 'virtual:languages' {
  export const languages: readonly import('./checker/languages/schema.ts').Language[];
  export const profiles: readonly import('./checker/languages/tell.ts').Profile[];
  export const dangers: Readonly<Record<string, import('./checker/languages/danger.ts').LearnedDanger>>;
  export const school: import('./checker/languages/LanguageHelp.tsx').SchoolHelp;
}
declare module 'virtual:quotations' {
  export const quotations: import('./staff/quotations.ts').Quotations;
}
declare module 'virtual:replies' {
  export const replies: import('./staff/replies.ts').Replies;
}
/** The model that answers first, encoded: made by `site-build/virtualModules.ts`, for `decode` in `reading/model.ts`. */
declare module 'virtual:checker-model' {
  const encoded: string;
  export default encoded;
}
/** The larger one that replaces it. */
declare module 'virtual:full-model' {
  const encoded: string;
  export default encoded;
}
