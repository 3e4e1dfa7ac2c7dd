import { DARK_GROUND, DARK_TINT, PAPER, readableOn, TINT } from '../../policy/contrast.ts'

/** Design tokens; a school's two colours replace `chinh` and `lienKet`, the dark shades follow from them. */
export type Tokens = { chinh: string; lienKet: string }
export const DEFAULT_TOKENS: Tokens = { chinh: '#12463f', lienKet: '#7a1f57' }

/** The dark shades drawn for the default colours; a school's own are made lighter until they read well. */
const DARK: Record<string, string> = { [DEFAULT_TOKENS.chinh]: '#7fcabd', [DEFAULT_TOKENS.lienKet]: '#f0a6cf' }
const dark = (colour: string): string => DARK[colour] ?? readableOn(colour, DARK_TINT, 7)

export const tokensCss = ({ chinh, lienKet }: Tokens): string => `:root{
--giay:${PAPER};--muc:#1d1b19;--mo:#5b5650;--chinh:${chinh};--tren-chinh:#fff;--lien-ket:${lienKet};--am:${TINT};--ke:#8f887e;--ke-nhe:#dfd9cf;--tieu-diem:#ffd24d;--nguy:#9b1c1c;--mat:#fff;
color-scheme:light}
@media (prefers-color-scheme:dark){:root{
--giay:${DARK_GROUND};--muc:#ece8e1;--mo:#b3ada4;--chinh:${dark(chinh)};--tren-chinh:#10201d;--lien-ket:${dark(lienKet)};--am:${DARK_TINT};--ke:#7d776e;--ke-nhe:#34383a;--tieu-diem:#ffd24d;--nguy:#ff9b9b;--mat:#1d211f;
color-scheme:dark}}
`
