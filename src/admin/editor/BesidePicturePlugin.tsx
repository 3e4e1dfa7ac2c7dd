'use client'
/**
 * A picture that was clicked is chosen as a whole and holds no caret; what is typed then would begin at the top of the text. It
 * begins in a paragraph of its own behind the picture.
 */
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import {
  $createNodeSelection,
  $createParagraphNode,
  $getNearestNodeFromDOMNode,
  $getSelection,
  $isDecoratorNode,
  $isNodeSelection,
  $isParagraphNode,
  $isRangeSelection,
  $setSelection,
  CLICK_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_LOW,
  KEY_DOWN_COMMAND,
  PASTE_COMMAND,
  type LexicalNode,
} from '@payloadcms/richtext-lexical/lexical'
import { useEffect } from 'react'

const types = (event: KeyboardEvent): boolean =>
  (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) ||
  event.key === 'Process' ||
  event.key === 'Unidentified' ||
  event.keyCode === 229

function chosen(): LexicalNode | null {
  const selection = $getSelection()
  if ($isNodeSelection(selection)) return selection.getNodes().findLast((node) => $isDecoratorNode(node)) ?? null
  return null
}

/** The caret goes behind what is chosen: into the empty paragraph that stands there, or a new one. */
export function $caretBehindChosen(): boolean {
  const node = chosen()
  if (node === null || $isRangeSelection($getSelection())) return false
  const block = node.getTopLevelElementOrThrow()
  const next = block.getNextSibling()
  if ($isParagraphNode(next) && next.isEmpty()) next.select()
  else {
    const line = $createParagraphNode()
    block.insertAfter(line)
    line.select()
  }
  return true
}

/** A click on a picture chooses it, whatever the browser does with its own caret. */
function $choose(target: EventTarget | null): void {
  const node = target instanceof Node ? $getNearestNodeFromDOMNode(target) : null
  if (node === null || !$isDecoratorNode(node) || node.isInline()) return
  const selection = $getSelection()
  if ($isNodeSelection(selection) && selection.has(node.getKey())) return
  const only = $createNodeSelection()
  only.add(node.getKey())
  $setSelection(only)
}

export const BesidePicturePlugin = () => {
  const [editor] = useLexicalComposerContext()
  useEffect(() => {
    const keys = editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (editor.isEditable() && types(event)) $caretBehindChosen()
        return false
      },
      COMMAND_PRIORITY_CRITICAL,
    )
    const paste = editor.registerCommand(PASTE_COMMAND, () => ($caretBehindChosen(), false), COMMAND_PRIORITY_CRITICAL)
    const click = editor.registerCommand(CLICK_COMMAND, (event) => ($choose(event.target), false), COMMAND_PRIORITY_LOW)
    return () => {
      click()
      keys()
      paste()
    }
  }, [editor])
  return null
}
