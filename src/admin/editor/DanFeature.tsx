'use client'
import { createClientFeature } from '@payloadcms/richtext-lexical/client'
import { PastePlugin } from './PastePlugin.tsx'
import { BesidePicturePlugin } from './BesidePicturePlugin.tsx'

export const DanFeature = createClientFeature({
  plugins: [
    { Component: PastePlugin, position: 'aboveContainer' },
    { Component: BesidePicturePlugin, position: 'normal' },
  ],
})
