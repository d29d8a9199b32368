/** The look of a printed proof: black on white, nothing that needs colour; one hand with the shopping list. */
export const style = `
  @page { margin: 15mm }
  body { font: 14px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #111; background: #fff }
  h1 { font-size: 1.4rem; margin: 0 0 .3rem } h2 { font-size: 1.1rem; margin: 1.6rem 0 .4rem; break-after: avoid }
  h1, p, dd, li, td { overflow-wrap: anywhere } p { margin: .2rem 0 }
  .marking { border: 2px solid; padding: .3rem .6rem; font-weight: 600; text-align: center }
  .sentence { font-size: 1.1rem; font-weight: 600 }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem } dt { color: #444 } dd { margin: 0 }
  ul { margin: 0; padding-left: 1.1rem } .tree, .tree ul { list-style: none; padding-left: .8rem; border-left: 1px solid #999 }
  .tree li { margin: .2rem 0; padding-left: .5rem; break-inside: avoid-page }
  .tree .decides { border-left: 4px solid #111; margin-left: -2px }
  .tree .decides > p:first-child { font-weight: 600 } .tag { border: 1px solid #444; padding: 0 .3rem; font-weight: 400; font-size: .85em }
  .soft { color: #444; font-size: .93em } code, q, pre { font-family: ui-monospace, monospace; font-size: .93em }
  summary { cursor: pointer } pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #999; padding: .5rem }
  @media print { body { margin: 0; max-width: none } .data { display: none } }
`;
