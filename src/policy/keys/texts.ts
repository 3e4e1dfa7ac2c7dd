/** The texts devices sign about keys, canonical: that a key is one's own, that another's is his, that one is to end. */
import { canonicalText, sha256 } from '../gate/fingerprint.ts'

/** How a key came to be trusted: `dau` the first, `them` by an earlier one of the same person, `thay` after a loss. */
export const CACH_KHOA = ['dau', 'them', 'thay'] as const
export type CachKhoa = (typeof CACH_KHOA)[number]

/** `luc`: ISO, of the gate's clock. */
export type DangKy = { nguoi: number; ma: string; spki: string; rpId: string; luc: string }

/** Signed by the new key itself: it is there, and its owner knows what it is for. */
export const registrationText = ({ nguoi, ma, spki, rpId, luc }: DangKy): string => canonicalText({ loai: 'khoa-nguoi', v: 1, nguoi, ma, spki, rpId, luc })

/** Signed by whoever vouches: this key, in this registration, is that person's. */
export const vouchText = (registration: string, cach: CachKhoa): string => canonicalText({ loai: 'bao-lanh-khoa', v: 1, cach, vanBan: sha256(registration) })

/** Signed by whoever ends a key that is not at hand. */
export const endText = (ma: string, nguoi: number): string => canonicalText({ loai: 'bo-khoa', v: 1, ma, nguoi })
