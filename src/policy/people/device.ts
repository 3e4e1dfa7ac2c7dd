/** What a browser says it is, in a few words for its own person. It may say anything: nothing is decided by it. */
const BROWSERS: readonly [RegExp, string][] = [
  [/Zalo\//, 'Zalo'],
  [/FBA[NV]\//, 'Facebook'],
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/coc_coc_browser/i, 'Cốc Cốc'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const SYSTEMS: readonly [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'máy Mac'],
  [/CrOS/, 'Chromebook'],
  [/Linux/, 'Linux'],
]

/** Null where nothing known is said. */
export function deviceOf(agent: string | null | undefined): string | null {
  const said = (agent ?? '').slice(0, 500)
  const browser = BROWSERS.find(([mark]) => mark.test(said))?.[1]
  const system = SYSTEMS.find(([mark]) => mark.test(said))?.[1]
  return browser && system ? `${browser} trên ${system}` : (browser ?? system ?? null)
}
