export const IMAGE_WIDTHS = [320, 640, 960, 1280] as const
export const IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/webp']
/** Decoded pixels above this are refused before they are decoded. */
export const PIXEL_LIMIT = 50_000_000
/** Longest upload, in bytes. */
export const UPLOAD_LIMIT = 25_000_000
