/** Rule: what is taken of films and sound. Longer ones stand on the school's channel, and a link leads there. */
export const PLAYED = {
  /** Handlers of tracks that are kept: what is seen and what is heard. */
  handlers: ['vide', 'soun'],
  /** Codecs every phone of the last ten years plays. */
  films: ['avc1', 'avc3'],
  sounds: ['mp4a'],
  /** What one film has: a picture, sound, and perhaps other sounds. */
  tracks: 8,
  /** Seconds. */
  longest: 3600,
} as const

/** Why a film is not taken. */
export type PlayedFault = 'hong' | 'hevc' | 'maKhac' | 'phanManh' | 'khongHinh' | 'dai' | 'ngoai'
