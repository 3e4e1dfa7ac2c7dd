/** What happens around the stories: offices, delegations, the regulation, the clock, a thief with the database's password. */
import { expect } from 'vitest'
import { codes } from '../support/stories.ts'
import { Command } from './step.ts'
import { now, readSubmission, ROLES, type Who } from './world.ts'

export const setRoles = (person: Who, keep: boolean): Command =>
  new Command({
    name: `hieutruong ${keep ? 'restores' : 'takes'} the role of ${person}`,
    run: async (model, real) => {
      const roles = keep ? ROLES[person] : ['congTacVien']
      const answer = await (await real.as('hieutruong')).patch(`/api/nguoi-dung/${model.ids[person]}`, { vaiTro: roles })
      expect(answer.status).toBe(200)
      model.roles[person] = roles
      return null
    },
  })

export const lend = (to: Who, phamVi: string, minutes: number): Command =>
  new Command({
    name: `hieutruong lends ${phamVi} to ${to} for ${minutes} min`,
    run: async (model, real) => {
      const [from, until] = [now(model) - 60_000, now(model) + minutes * 60_000]
      const data = { nguoiDuocUyQuyen: model.ids[to], phamVi, soVanBan: '1/UQ', tuNgay: new Date(from).toISOString(), denNgay: new Date(until).toISOString() }
      const answer = await (await real.as('hieutruong')).post('/api/uy-quyen', data)
      expect(answer.status).toBe(201)
      model.delegations.push({ id: answer.body.doc.id, to, phamVi, from, until, revoked: false })
      return null
    },
  })

export const revoke = (): Command =>
  new Command({
    name: 'hieutruong revokes what he lent',
    run: async (model, real) => {
      for (const d of model.delegations.filter((x) => !x.revoked)) {
        expect((await (await real.as('hieutruong')).patch(`/api/uy-quyen/${d.id}`, { thuHoiLuc: new Date().toISOString() })).status).toBe(200)
        d.revoked = true
      }
      return null
    },
  })

export const regulation = (dangNgay: boolean, motLanhDao: boolean): Command =>
  new Command({
    name: `regulation: dangNgay ${dangNgay}, motLanhDao ${motLanhDao}`,
    run: async (model, real) => {
      const answer = await (await real.as('hieutruong')).post('/api/globals/quy-che', { dangNgay, motLanhDao })
      // Refused only where a step has nobody left: some role of the chain is held by no open account.
      const empty = ['dauMoi', 'bienTapVien', 'nguoiDuyet'].some((role) => !Object.values(model.roles).some((roles) => roles.includes(role)))
      if (empty && answer.status === 422) {
        expect(codes(answer).every((code) => code.startsWith('CHAIN_'))).toBe(true)
        return null
      }
      expect([answer.status, answer.text.slice(0, 300)]).toEqual([200, expect.any(String)])
      Object.assign(model, { dangNgay, motLanhDao })
      return null
    },
  })

export const moveClock = (minutes: number): Command =>
  new Command({
    name: `clock ${minutes >= 0 ? '+' : ''}${minutes} min`,
    run: async (model, real) => {
      model.clock += minutes
      await real.setClock(model.clock)
      await real.fireSchedule()
      return null
    },
  })

/** A thief with the service's database password puts an edition in by hand, log row and all. */
export const forge = (i: number, old: boolean, khan: boolean): Command =>
  new Command({
    name: `thief publishes ${old ? 'an older' : 'the latest'} submission of #${i}${khan ? ' as an emergency' : ''}`,
    run: async (model, real) => {
      const target = model.docs[i]!
      const connection = await real.sql.connect()
      try {
        await connection.query('begin')
        const { rows } = await connection.query(`insert into ban_dang (ban_trinh_id, khan_den) values ($1, ${khan ? 'now()' : 'null'}) returning id, van_tay`, [
          readSubmission(model, i, old),
        ])
        const detail = { tu: target.state, den: 'daDang', banTrinh: readSubmission(model, i, old), banDang: rows[0].id, vanTay: rows[0].van_tay }
        await connection.query(
          `insert into nhat_ky (hanh_dong, ten_nguoi, nguoi, bo_suu_tap, tai_lieu, chi_tiet) values ('dang', 'Kẻ gian', $3, 'tin-bai', $1, $2)`,
          [target.id, JSON.stringify(detail), model.ids.quantri],
        )
        await connection.query(`update ho_so set trang_thai = 'daDang', ban_dang_id = $2 where bo_suu_tap = 'tin-bai' and tai_lieu = $1`, [
          target.id,
          rows[0].id,
        ])
        // What is approved, the latest and not refused may go live: publishing it early forges nothing. Everything else was refused above.
        await connection.query('commit')
      } catch {
        await connection.query('rollback')
      } finally {
        connection.release()
      }
      return null
    },
  })
