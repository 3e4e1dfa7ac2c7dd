/** Puts a collection behind its gate: access, hooks, endpoints, versions and the panel's parts. */
import type { CollectionConfig, Field } from 'payload'
import { gatedAccess } from '../access/gated.ts'
import { actionEndpoints } from '../endpoints/actions.ts'
import { historyEndpoint } from '../endpoints/history.ts'
import { optionsEndpoint } from '../endpoints/options.ts'
import { previewEndpoints } from '../endpoints/preview.ts'
import type { DrawSubmission } from '../endpoints/submission.ts'
import { beginCopy, keepCopy, saysWhatItWasBasedOn } from '../hooks/copies.ts'
import { closeOtherDoors, dropFile, keepSubmitted, noteContributor, onlyOne } from '../hooks/gate.ts'
import { somethingTyped } from '../hooks/nothingTyped.ts'
import { ownership } from '../hooks/ownership.ts'
import { holdShownPictures } from '../hooks/references.ts'
import { withinQuota } from '../hooks/quotas.ts'
import { cleanUpload, hashFile } from '../hooks/pictures.ts'
import { onlyColleagues, onlyOwnUnit } from '../hooks/ownUnit.ts'
import { showState } from '../hooks/state.ts'
import { nhan } from '../messages/labels.ts'
import { instants } from './fields.ts'
import { optionsOf, TRANG_THAI_LABELS } from '../messages/pages.ts'
import type { Gate } from '../policy/gate/gates/index.ts'

const hasUnit = ({ fields }: CollectionConfig): boolean => fields.some((field) => 'name' in field && field.name === 'donVi')
/** No column. The panel leaves what is `true` here out of its filters, though this one can be filtered by. */
const COMPUTED = 1 as unknown as true

export function gated(gate: Gate, collection: CollectionConfig, draw: DrawSubmission): CollectionConfig {
  const hooks = collection.hooks ?? {}
  const isUpload = Boolean(collection.upload)
  return {
    ...collection,
    labels: { singular: gate.labels.one, plural: gate.labels.many },
    access: gatedAccess(gate),
    disableBulkEdit: true,
    // A tab left open on somebody's phone must never stand between the principal and a withdrawal; versions keep both texts.
    lockDocuments: false,
    // A copy would carry one person's words under another's name.
    disableDuplicate: true,
    trash: false,
    versions: { maxPerDoc: 0, drafts: { autosave: isUpload ? false : { interval: 1500 }, schedulePublish: false, validate: false } },
    fields: [
      { name: 'luu', type: 'ui', admin: { disableListColumn: true, components: { Field: 'cong-truong/admin#SaveState' } } },
      { name: 'cong', type: 'ui', admin: { disableListColumn: true, components: { Field: 'cong-truong/admin#GatePanel' } } },
      ...collection.fields,
      {
        name: 'trangThai',
        type: 'select',
        options: optionsOf(TRANG_THAI_LABELS),
        virtual: COMPUTED,
        label: nhan('Trạng thái', 'State'),
        // Not a column: src/hooks/soughtBy.ts finds by it.
        custom: { locTheo: true },
        admin: {
          readOnly: true,
          components: { Field: 'cong-truong/admin#Nothing', Cell: isUpload ? 'cong-truong/admin/rsc#PictureUseCell' : 'cong-truong/admin#StateCell' },
        },
      },
      // Payload's own draft and published say nothing here: not shown, not filtered by.
      { name: '_status', type: 'select', label: nhan('Bản', 'Version'), admin: { disableListColumn: true, disableListFilter: true } } as unknown as Field,
      ...instants,
    ],
    hooks: {
      ...hooks,
      beforeOperation: [
        ...(isUpload ? [] : [somethingTyped(gate)]),
        closeOtherDoors(gate),
        saysWhatItWasBasedOn(gate),
        ...(isUpload ? [cleanUpload] : []),
        ...(hooks.beforeOperation ?? []),
      ],
      beforeChange: [
        ...(hooks.beforeChange ?? []),
        ...(gate.single ? [onlyOne(gate)] : []),
        withinQuota(gate),
        holdShownPictures(gate),
        ...(gate.authors ? [ownership] : []),
        ...(gate.authors && hasUnit(collection) ? [onlyOwnUnit, onlyColleagues] : []),
        ...(isUpload ? [hashFile] : []),
        beginCopy(gate),
      ],
      afterRead: [...(hooks.afterRead ?? []), showState(gate)],
      beforeDelete: [keepSubmitted(gate), ...(hooks.beforeDelete ?? [])],
      afterDelete: [...(hooks.afterDelete ?? []), dropFile(gate)],
      afterChange: [...(hooks.afterChange ?? []), noteContributor(gate), keepCopy(gate)],
    },
    endpoints: [...(collection.endpoints || []), ...actionEndpoints(gate), optionsEndpoint(gate), historyEndpoint(gate), ...previewEndpoints(gate, draw)],
    admin: {
      ...collection.admin,
      components: {
        ...collection.admin?.components,
        beforeListTable: [...(collection.admin?.components?.beforeListTable ?? []), ...(gate.single || isUpload ? [] : ['cong-truong/admin#StateFilter'])],
        edit: {
          ...collection.admin?.components?.edit,
          PublishButton: 'cong-truong/admin#Nothing',
          UnpublishButton: 'cong-truong/admin#Nothing',
          Status: 'cong-truong/admin#Nothing',
        },
      },
    },
  }
}
