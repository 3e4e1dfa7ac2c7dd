import { xacNhan } from '../actions/xacNhan.ts'
import type { Form } from '../forms/form.ts'
import type { Visit } from './room.ts'

/** The password typed beside a form that asked for it (draw/form.ts) is the second proof. */
export async function proveIfAsked({ own }: Visit, form: Form): Promise<void> {
  const password = form.all('matKhau')[0] ?? ''
  if (password !== '') await xacNhan(await own(), password)
}
