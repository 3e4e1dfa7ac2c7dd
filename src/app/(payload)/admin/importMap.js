import { SaveState as SaveState_d66ff6665ab30cc5e36b8def59046072 } from 'cong-truong/admin'
import { GatePanel as GatePanel_d66ff6665ab30cc5e36b8def59046072 } from 'cong-truong/admin'
import { AddressField as AddressField_d66ff6665ab30cc5e36b8def59046072 } from 'cong-truong/admin'
import { StateCell as StateCell_d66ff6665ab30cc5e36b8def59046072 } from 'cong-truong/admin'
import { Nothing as Nothing_d66ff6665ab30cc5e36b8def59046072 } from 'cong-truong/admin'
import { WordCell as WordCell_d66ff6665ab30cc5e36b8def59046072 } from 'cong-truong/admin'
import { StateFilter as StateFilter_d66ff6665ab30cc5e36b8def59046072 } from 'cong-truong/admin'
import { PersonCell as PersonCell_f27a453f99d0530635816b6dff08e0fb } from 'cong-truong/admin/rsc'
import { PersonField as PersonField_f27a453f99d0530635816b6dff08e0fb } from 'cong-truong/admin/rsc'
import { PictureUseCell as PictureUseCell_f27a453f99d0530635816b6dff08e0fb } from 'cong-truong/admin/rsc'
import { ManyFiles as ManyFiles_d66ff6665ab30cc5e36b8def59046072 } from 'cong-truong/admin'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { DanFeature as DanFeature_d66ff6665ab30cc5e36b8def59046072 } from 'cong-truong/admin'
import { BangFeature as BangFeature_d66ff6665ab30cc5e36b8def59046072 } from 'cong-truong/admin'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ProofField as ProofField_d66ff6665ab30cc5e36b8def59046072 } from 'cong-truong/admin'
import { AccountPanel as AccountPanel_d66ff6665ab30cc5e36b8def59046072 } from 'cong-truong/admin'
import { InviteForm as InviteForm_d66ff6665ab30cc5e36b8def59046072 } from 'cong-truong/admin'
import { RecordView as RecordView_f27a453f99d0530635816b6dff08e0fb } from 'cong-truong/admin/rsc'
import { Icon as Icon_f27a453f99d0530635816b6dff08e0fb } from 'cong-truong/admin/rsc'
import { Logo as Logo_f27a453f99d0530635816b6dff08e0fb } from 'cong-truong/admin/rsc'
import { AlarmBand as AlarmBand_f27a453f99d0530635816b6dff08e0fb } from 'cong-truong/admin/rsc'
import { RoleRequests as RoleRequests_f27a453f99d0530635816b6dff08e0fb } from 'cong-truong/admin/rsc'
import { Queues as Queues_f27a453f99d0530635816b6dff08e0fb } from 'cong-truong/admin/rsc'
import { MenuStyle as MenuStyle_f27a453f99d0530635816b6dff08e0fb } from 'cong-truong/admin/rsc'
import { PlainFailures as PlainFailures_d66ff6665ab30cc5e36b8def59046072 } from 'cong-truong/admin'
import { SaveKeeper as SaveKeeper_d66ff6665ab30cc5e36b8def59046072 } from 'cong-truong/admin'
import { BeginView as BeginView_f27a453f99d0530635816b6dff08e0fb } from 'cong-truong/admin/rsc'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "cong-truong/admin#SaveState": SaveState_d66ff6665ab30cc5e36b8def59046072,
  "cong-truong/admin#GatePanel": GatePanel_d66ff6665ab30cc5e36b8def59046072,
  "cong-truong/admin#AddressField": AddressField_d66ff6665ab30cc5e36b8def59046072,
  "cong-truong/admin#StateCell": StateCell_d66ff6665ab30cc5e36b8def59046072,
  "cong-truong/admin#Nothing": Nothing_d66ff6665ab30cc5e36b8def59046072,
  "cong-truong/admin#WordCell": WordCell_d66ff6665ab30cc5e36b8def59046072,
  "cong-truong/admin#StateFilter": StateFilter_d66ff6665ab30cc5e36b8def59046072,
  "cong-truong/admin/rsc#PersonCell": PersonCell_f27a453f99d0530635816b6dff08e0fb,
  "cong-truong/admin/rsc#PersonField": PersonField_f27a453f99d0530635816b6dff08e0fb,
  "cong-truong/admin/rsc#PictureUseCell": PictureUseCell_f27a453f99d0530635816b6dff08e0fb,
  "cong-truong/admin#ManyFiles": ManyFiles_d66ff6665ab30cc5e36b8def59046072,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "cong-truong/admin#DanFeature": DanFeature_d66ff6665ab30cc5e36b8def59046072,
  "cong-truong/admin#BangFeature": BangFeature_d66ff6665ab30cc5e36b8def59046072,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "cong-truong/admin#ProofField": ProofField_d66ff6665ab30cc5e36b8def59046072,
  "cong-truong/admin#AccountPanel": AccountPanel_d66ff6665ab30cc5e36b8def59046072,
  "cong-truong/admin#InviteForm": InviteForm_d66ff6665ab30cc5e36b8def59046072,
  "cong-truong/admin/rsc#RecordView": RecordView_f27a453f99d0530635816b6dff08e0fb,
  "cong-truong/admin/rsc#Icon": Icon_f27a453f99d0530635816b6dff08e0fb,
  "cong-truong/admin/rsc#Logo": Logo_f27a453f99d0530635816b6dff08e0fb,
  "cong-truong/admin/rsc#AlarmBand": AlarmBand_f27a453f99d0530635816b6dff08e0fb,
  "cong-truong/admin/rsc#RoleRequests": RoleRequests_f27a453f99d0530635816b6dff08e0fb,
  "cong-truong/admin/rsc#Queues": Queues_f27a453f99d0530635816b6dff08e0fb,
  "cong-truong/admin/rsc#MenuStyle": MenuStyle_f27a453f99d0530635816b6dff08e0fb,
  "cong-truong/admin#PlainFailures": PlainFailures_d66ff6665ab30cc5e36b8def59046072,
  "cong-truong/admin#SaveKeeper": SaveKeeper_d66ff6665ab30cc5e36b8def59046072,
  "cong-truong/admin/rsc#BeginView": BeginView_f27a453f99d0530635816b6dff08e0fb,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
