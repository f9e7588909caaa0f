/** The pages as Remix puts them together while building. */
declare module 'virtual:remix/server-build' {
  export * from '@remix-run/dev/server-build';
}
