/** Which steps each plan asks, by what it is asked for: written from the plans, not read from the presets. */
export type Chains = { tin: string[]; viecTot: string[]; cao: string[] }

export const CHAINS: Record<string, Chains> = {
  'tran-can-2023': { tin: ['bienTap', 'duyet'], viecTot: ['tiepNhan', 'bienTap', 'duyet'], cao: ['bienTap', 'duyet', 'phatNgon'] },
  'thanh-truong-2020': { tin: ['tiepNhan', 'duyet'], viecTot: ['tiepNhan', 'duyet'], cao: ['tiepNhan', 'duyet', 'phatNgon'] },
  'muong-muon-2024': { tin: ['duyet'], viecTot: ['duyet'], cao: ['duyet'] },
  'so-nam-dinh-2023': {
    tin: ['bienTap', 'quanLyCong', 'duyet'],
    viecTot: ['bienTap', 'quanLyCong', 'duyet'],
    cao: ['bienTap', 'quanLyCong', 'duyet', 'phatNgon'],
  },
  'so-binh-duong-2022': { tin: ['bienTap', 'duyet'], viecTot: ['bienTap', 'duyet'], cao: ['bienTap', 'duyet', 'phatNgon'] },
}
