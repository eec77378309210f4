/** A style sheet as its minified text. */
declare module '*.css?inline' {
  const css: string;
  export { css as default };
}
