/** The taught model, encoded: made by `teaching/vitePlugin.ts`, for `decode` in `reading/model.ts`. */
declare module 'virtual:checker-model' {
  const encoded: string;
  export default encoded;
}
