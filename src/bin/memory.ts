/**
 * For the service and its panel. The C library gives each thread a heap of its own and keeps in it what is freed; a day of
 * pictures and packed pages then stays resident though nothing uses it (bench/README.md). Whoever starts it may say otherwise.
 */
export const SPARING = { MALLOC_ARENA_MAX: '2' } as const
