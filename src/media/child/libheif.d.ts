/** The decoder comes without types of its C interface; `heic.ts` says what of it is used. */
declare module 'libheif-js/wasm-bundle.js'
