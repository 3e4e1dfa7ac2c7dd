/** What kind a unit is: by what is written beside it, else by its name; every kind of a level is known by the name it is shown with. */
import { describe, expect, it } from 'vitest'
import { PRESETS, TEN_LOAI_DON_VI } from '../../src/presets/index.ts'
import { guessKind, kindNamed } from '../../src/presets/unitGuess.ts'

describe.each(PRESETS.map((preset) => [preset.ma, preset] as const))('%s', (_ma, preset) => {
  it.each(preset.loaiDonVi)('knows %s by the name it is shown with', (kind) => {
    expect(kindNamed(TEN_LOAI_DON_VI[kind].vi, preset.loaiDonVi)).toBe(kind)
    expect(kindNamed(TEN_LOAI_DON_VI[kind].vi.normalize('NFD').toUpperCase(), preset.loaiDonVi)).toBe(kind)
  })
  it('takes every unit it proposes, kind and parent', () => {
    for (const { loai, cha } of preset.donVi) {
      expect(preset.loaiDonVi).toContain(loai)
      if (cha) expect(preset.donVi.map((unit) => unit.ten)).toContain(cha)
    }
  })
})

const SCHOOL = PRESETS.find(({ cap }) => cap === 'TH-THCS')!.loaiDonVi
it.each([
  ['Ban Giám Hiệu', 'lanhDao'],
  ['Tổ Truyền thông', 'toTruyenThong'],
  ['Khối 6', 'khoi'],
  ['6A1', 'lop'],
  ['Lớp 12 B', 'lop'],
  ['Tổng phụ trách Đội', 'doi'],
  ['Câu lạc bộ cờ', 'khac'],
] as const)('guesses %s', (ten, kind) => expect(guessKind(ten, SCHOOL)).toBe(kind))
it('knows no kind of another level', () => expect(kindNamed('Phòng thuộc Sở', SCHOOL)).toBeNull())
