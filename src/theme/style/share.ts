export const shareCss = `
.chia-se label{display:block;font-size:1rem;margin:.9rem 0 .2rem}
.chia-se input{font:inherit;font-size:1rem;color:inherit;background:var(--mat);border:2px solid var(--ke);border-radius:.3rem;padding:.35rem .7rem;min-height:2.75rem;width:100%;text-overflow:ellipsis}
`
