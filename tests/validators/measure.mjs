// Functions that run inside a page (so each must be whole in itself) and return messages.

// WCAG 1.4.12 Text Spacing: the reader's own spacing. A constructed style sheet, since the
// page's security policy rightly lets nobody add a style element.
export function spaceOut(on) {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-block-end: 2em !important }`)
  document.adoptedStyleSheets = on ? [sheet] : []
}

export function measure({ targets, lines }) {
  const found = []
  const root = document.documentElement
  const seen = (element) => element.checkVisibility({ visibilityProperty: true })
  const name = (element) => {
    const words = element.textContent.replace(/\s+/g, ' ').trim()
    return `<${element.localName}> “${words.length > 40 ? words.slice(0, 40) + '…' : words}”`
  }
  const flow = (element) => !getComputedStyle(element).display.startsWith('inline')
  const all = [...document.body.querySelectorAll('*')].filter(seen)

  // WCAG 1.4.10 Reflow. A table or code that scrolls within itself is excepted, if the keyboard reaches it.
  const scroller = (element) => {
    for (let box = element; box && box !== document.body; box = box.parentElement) {
      if (/auto|scroll/.test(getComputedStyle(box).overflowX)) return box
    }
  }
  if (root.scrollWidth > root.clientWidth) {
    found.push(`the page scrolls sideways: it is ${root.scrollWidth} px wide in a window of ${root.clientWidth} px`)
  }
  for (const element of all) {
    const { overflowX, overflowY, position } = getComputedStyle(element)
    const hides = (overflow) => overflow === 'hidden' || overflow === 'clip'
    const small = element.clientWidth <= 1 || element.clientHeight <= 1 // hidden from the eye on purpose
    const wide = hides(overflowX) && element.scrollWidth > element.clientWidth + 1
    const tall = hides(overflowY) && element.scrollHeight > element.clientHeight + 1
    if (!small && flow(element) && (wide || tall)) found.push(`${name(element)} is cut off`)
    const box = element.getBoundingClientRect()
    const out = box.left < -1 || box.right > root.clientWidth + 1
    if (out && box.width > 1 && position !== 'absolute' && !scroller(element)) {
      found.push(`${name(element)} reaches beyond the edge of the window`)
    }
    if (scroller(element) === element && element.scrollWidth > element.clientWidth && element.tabIndex < 0) {
      found.push(`${name(element)} scrolls sideways, but the keyboard does not reach it`)
    }
  }

  // WCAG 2.5.5 Target Size (Enhanced): 44 by 44 px; links in a sentence are excepted.
  if (targets) {
    for (const element of document.querySelectorAll('a[href], button, summary, input, select')) {
      if (!seen(element)) continue
      let around = element.parentElement
      while (!flow(around)) around = around.parentElement
      const rest = around.cloneNode(true)
      rest.querySelectorAll('a').forEach((link) => link.remove())
      const inSentence = /[\p{L}\p{N}]/u.test(rest.textContent) && !element.closest('nav, header li, footer li')
      if (inSentence && !flow(element) && around !== document.body) continue
      element.focus() // a skip link is seen only while it has the focus
      const { width, height } = element.getBoundingClientRect()
      element.blur()
      if (height < 43.9 || width < 43.9) {
        found.push(`the target of ${name(element)} is ${Math.round(width)} by ${Math.round(height)} px, it must be 44 by 44`)
      }
    }
    scrollTo(0, 0)
  }

  // WCAG 1.4.8 Visual Presentation: at most 80 characters a line, 40 if Chinese.
  if (lines) {
    const letters = new Intl.Segmenter()
    for (const element of document.querySelectorAll('p, li, dd, dt, figcaption, blockquote, address, h1, h2, h3, h4')) {
      if (!seen(element)) continue
      const chinese = element.closest('[lang]')?.lang.startsWith('zh')
      const rows = []
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      const range = document.createRange()
      while (walker.nextNode()) {
        let block = walker.currentNode.parentElement
        while (!flow(block)) block = block.parentElement
        if (block !== element) continue
        // A letter with its vowel signs is one character to the reader.
        for (const { segment, index } of letters.segment(walker.currentNode.data)) {
          range.setStart(walker.currentNode, index)
          range.setEnd(walker.currentNode, index + segment.length)
          const box = range.getBoundingClientRect()
          if (!box.height) continue
          const middle = (box.top + box.bottom) / 2
          let row = rows.at(-1)
          // A raised or lowered sign is still on its line.
          if (!row || middle > row.bottom || middle < row.top) rows.push(row = { top: box.top, bottom: box.bottom, length: 0, gap: 0 })
          const width = chinese && segment.charCodeAt(0) < 0x250 ? 0.5 : 1
          // The space where a line breaks is not seen.
          if (!segment.trim()) row.gap += width
          else [row.length, row.gap] = [row.length + row.gap + width, 0]
        }
      }
      const longest = Math.max(0, ...rows.map(({ length }) => length))
      const most = chinese ? 40 : 80
      if (longest > most) found.push(`a line of ${name(element)} has ${longest} characters, at most ${most} are easy to read`)
    }
  }
  return found
}
