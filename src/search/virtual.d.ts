declare module 'virtual:search-vocabulary' {
  /** The site's own words, in lower case, each once. */
  const words: readonly string[];
  export default words;
}
