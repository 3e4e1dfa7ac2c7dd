/** The editor offers what the gate can publish (src/policy/text/richText.ts) and nothing else. */
import type { CollectionSlug } from 'payload'
import {
  BlockquoteFeature,
  BoldFeature,
  FixedToolbarFeature,
  HeadingFeature,
  HorizontalRuleFeature,
  ItalicFeature,
  lexicalEditor,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  StrikethroughFeature,
  SubscriptFeature,
  SuperscriptFeature,
  UnderlineFeature,
  UnorderedListFeature,
  UploadFeature,
} from '@payloadcms/richtext-lexical'
import { BangFeature } from './bang.ts'
import { DanFeature } from './dan.ts'
import { linkFields } from './links.ts'
import { GATES, linkTargetsOf, type Gate } from '../policy/gate/gates/index.ts'

/** `gates`: the collections of the school, of which texts may link to some. */
export const schoolEditor = (gates: readonly Gate[] = GATES): ReturnType<typeof lexicalEditor> =>
  lexicalEditor({
    features: [
      ParagraphFeature(),
      HeadingFeature({ enabledHeadingSizes: ['h2', 'h3', 'h4'] }),
      BoldFeature(),
      ItalicFeature(),
      UnderlineFeature(),
      StrikethroughFeature(),
      SubscriptFeature(),
      SuperscriptFeature(),
      UnorderedListFeature(),
      OrderedListFeature(),
      BlockquoteFeature(),
      HorizontalRuleFeature(),
      LinkFeature({ enabledCollections: linkTargetsOf(gates) as CollectionSlug[], fields: linkFields }),
      UploadFeature({ enabledCollections: ['tu-lieu'] }),
      BangFeature(),
      DanFeature(),
      FixedToolbarFeature(),
    ],
  })
