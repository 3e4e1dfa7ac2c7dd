import { DARK_GROUND, DARK_TINT, PAPER, readableOn, TINT } from '../../policy/gate/contrast.ts'

/** Design tokens; a school's two colours replace `chinh` and `lienKet`, the dark shades follow from them. */
export type Tokens = { chinh: string; lienKet: string; giay: string; am: string; chu: string; goc: string }
export const DEFAULT_TOKENS: Tokens = {
  chinh: '#12463f',
  lienKet: '#7a1f57',
  giay: PAPER,
  am: TINT,
  /** Fonts that every system has, with all Vietnamese marks. */
  chu: 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif',
  /** Roundness of corners. */
  goc: '.4rem',
}

/** The dark shades drawn for the default colours; a school's own are made lighter until they read well. */
const DARK: Record<string, string> = { [DEFAULT_TOKENS.chinh]: '#7fcabd', [DEFAULT_TOKENS.lienKet]: '#f0a6cf' }
const dark = (colour: string): string => DARK[colour] ?? readableOn(colour, DARK_TINT, 7)

const night = ({ chinh, lienKet }: Tokens): string =>
  `--giay:${DARK_GROUND};--muc:#ece8e1;--mo:#b3ada4;--chinh:${dark(chinh)};--tren-chinh:#10201d;--dau:#1d211f;--tren-dau:${dark(chinh)};--lien-ket:${dark(lienKet)};--am:${DARK_TINT};--ke:#7d776e;--ke-nhe:#34383a;--nguy:#ff9b9b;--nguy-nen:#5e1717;--tren-nguy:#ffe8e5;--mat:#1d211f;color-scheme:dark`

const day = ({ chinh, lienKet, giay, am }: Tokens): string =>
  `--giay:${giay};--muc:#1d1b19;--mo:#5b5650;--chinh:${chinh};--tren-chinh:#fff;--dau:${chinh};--tren-dau:#fff;--lien-ket:${lienKet};--am:${am};--ke:#8f887e;--ke-nhe:#dfd9cf;--nguy:#9b1c1c;--nguy-nen:#9b1c1c;--tren-nguy:#fff;--mat:#fff;color-scheme:light`

const STARK =
  '--giay:#fff;--muc:#000;--mo:#000;--chinh:#000;--tren-chinh:#fff;--dau:#000;--tren-dau:#fff;--lien-ket:#00008b;--am:#fff;--ke:#000;--ke-nhe:#000;--nguy:#8b0000;--nguy-nen:#8b0000;--tren-nguy:#fff;--mat:#fff;color-scheme:light'

/** The reader's own choice goes before what his machine prefers. */
export const tokensCss = (tokens: Tokens): string => `
:root{--chu:${tokens.chu};--goc:${tokens.goc};--tieu-diem:#ffd24d;${day(tokens)}}
@media (prefers-color-scheme:dark){:root{${night(tokens)}}}
:root.mau-sang{${day(tokens)}}
:root.mau-toi{${night(tokens)}}
:root.mau-tuong-phan{${STARK}}
.co-lon{font-size:118%}
.co-rat-lon{font-size:140%}
`
