/** Tables of a text: they scroll inside themselves; on a phone each row is a block with the names of its columns. */
export const tableCss = `
.bang{overflow-x:auto;margin:1.5em 0;max-width:100%}
.bang table{border-collapse:collapse;min-width:100%;font-size:1rem;line-height:1.45}
.bang caption{text-align:start;font-weight:600;padding:.2rem 0 .5rem}
.bang th,.bang td{border:1px solid var(--ke);padding:.45rem .65rem;text-align:start;vertical-align:top}
.bang th{background:var(--am);font-weight:600}
.bang p{margin:0 0 .3em}.bang p:last-child{margin:0}.bang ul,.bang ol{margin:0;padding-left:1.2rem}
@media screen and (max-width:39.99rem){
.bang .khoi,.bang .khoi caption,.bang .khoi tbody,.bang .khoi tr,.bang .khoi tbody th,.bang .khoi td{display:block}
.bang .khoi{overflow-wrap:anywhere}
.bang .khoi thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.bang .khoi tr{border:1px solid var(--ke);margin:0 0 .8rem}
.bang .khoi tbody th,.bang .khoi td{border:0;border-top:1px solid var(--ke-nhe)}.bang .khoi tr>:first-child{border-top:0}
.bang .khoi td[data-nhan]::before{content:attr(data-nhan) ": ";font-weight:600}
.bang .khoi td:empty{display:none}
}
`
