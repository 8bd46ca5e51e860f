// The script of a previewed page: it walks through the entries of the bar, copies, marks entries in
// the text, and brings the page up to date when a file was saved. It makes no markup from text.
'use strict';
(() => {
  const bar = () => document.getElementById('_preview');
  const say = (words) => {
    const status = document.getElementById('_preview-status');
    // The same words twice are not said twice, unless they were gone meanwhile.
    status.textContent = '';
    setTimeout(() => { status.textContent = words; }, 100);
  };
  const headings = () => [...document.querySelectorAll('#_preview ol > li > h3')];
  // The entry that the walk has come to.
  let current = -1;

  // Where a message's words stand in the text.
  const place = (entry) => entry && document.getElementById(entry.dataset.for ?? '');

  const mark = (element) => {
    document.querySelectorAll('[data-preview-here]').forEach((one) => one.removeAttribute('data-preview-here'));
    element?.setAttribute('data-preview-here', '');
    element?.scrollIntoView({ block: 'center' });
  };

  const walk = (step) => {
    const all = headings();
    if (!all.length) return;
    current = current < 0 && step < 0 ? all.length - 1 : (current + step + all.length) % all.length;
    mark(place(all[current].parentElement));
    all[current].focus();
  };

  const copy = async (button) => {
    const { copied, marked } = bar().dataset;
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      say(copied);
    } catch {
      getSelection().selectAllChildren(button.parentElement.querySelector('code'));
      say(marked);
    }
  };

  // The heading of a section, or the part itself: what takes words and the focus.
  const spot = (element) => element.matches('section') ? element.querySelector('h2, h3, h4, h5, h6') : element;

  document.addEventListener('click', ({ target }) => {
    const button = target.closest('#_preview button');
    const link = target.closest('a[href^="#"]');
    if (button?.dataset.to) {
      const own = headings().indexOf(button.closest('li')?.querySelector('h3'));
      if (own >= 0) current = own;
      walk(button.dataset.to === 'next' ? 1 : -1);
    } else if (button?.dataset.copy) copy(button);
    else if (link) {
      const aim = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (!aim || !link.closest('#_preview, [data-preview-note]')) return;
      // The focus goes where the link leads, and not only the eye.
      const element = spot(aim) ?? aim;
      if (!element.matches('a, button, [tabindex]')) element.tabIndex = -1;
      current = headings().indexOf(aim) >= 0 ? headings().indexOf(aim) : current;
      if (link.closest('#_preview')) mark(aim);
      setTimeout(() => element.focus());
    }
  });

  // Says in the text, at each message that is open, which entry is about it, and what was found.
  const annotate = () => {
    const { lang, dir } = bar();
    for (const heading of headings()) {
      const entry = heading.parentElement;
      const element = place(entry);
      if (!element || !element.closest('main') || element.id === '_main') continue;
      const note = document.createElement(element.matches('figure') ? 'p' : 'span');
      Object.assign(note, { lang, dir });
      note.dataset.previewNote = '';
      const link = document.createElement('a');
      link.href = `#${heading.id}`;
      link.textContent = heading.textContent;
      note.append(link);
      for (const found of entry.querySelectorAll('.found')) note.append(' ', found.cloneNode(true));
      spot(element)?.append(' ', note);
    }
  };

  // Where somebody is: which element has the focus, what is open, and what stands at the top.
  const path = (element) => {
    const steps = [];
    for (; element && element !== document.body && !element.id; element = element.parentElement) {
      steps.unshift([...element.parentElement.children].indexOf(element));
    }
    return { id: element?.id ?? '', steps };
  };
  const follow = ({ id, steps }) => steps.reduce(
    (element, step) => element?.children[step], id ? document.getElementById(id) : document.body);
  const remember = () => {
    const seen = [...document.querySelectorAll('body > :not(#_preview) [id]')];
    const top = seen.find((one) => one.getBoundingClientRect().top >= 0 && !one.closest('#_preview'));
    const entry = headings()[current]?.parentElement;
    const focus = document.activeElement;
    return {
      focus: focus && focus !== document.body ? path(focus) : null,
      focusFor: focus?.closest('#_preview li')?.dataset.for ?? null,
      current: entry?.dataset.for ?? null,
      open: [...document.querySelectorAll('details')].map((one) => one.open),
      top: top ? [top.id, top.getBoundingClientRect().top] : null,
      scroll: [scrollX, scrollY, bar()?.scrollTop ?? 0],
    };
  };
  const restore = ({ focus, focusFor, current: was, open, top, scroll }) => {
    const entries = headings().map((one) => one.parentElement);
    current = was ? entries.findIndex((one) => one.dataset.for === was) : -1;
    document.querySelectorAll('details').forEach((one, at) => { one.open = open[at] ?? false; });
    if (current >= 0) place(entries[current])?.setAttribute('data-preview-here', '');
    scrollTo(scroll[0], scroll[1]);
    const element = top && document.getElementById(top[0]);
    if (element) scrollBy(0, element.getBoundingClientRect().top - top[1]);
    bar().scrollTop = scroll[2];
    if (!focus) return;
    // An entry may have another number now, or be gone: then the bar's name is nearest.
    const same = focusFor && entries.find((one) => one.dataset.for === focusFor)?.querySelector('h3');
    const aim = focusFor ? same ?? document.getElementById('_preview-name') : follow(focus);
    if (aim && !aim.matches('a, button, summary, input, select, textarea, [tabindex]')) aim.tabIndex = -1;
    aim?.focus({ preventScroll: true });
  };

  const STORE = '_preview';
  let busy = false;
  let again = false;
  const renew = async () => {
    if (busy) { again = true; return; }
    busy = true;
    try {
      const answer = await fetch(location.pathname, { cache: 'no-store' });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fixed = (one) => [...one.querySelectorAll('head > style, head > script:not([type])')].map((part) => part.outerHTML).join();
      const where = remember();
      if (fixed(page) !== fixed(document) || !page.getElementById('_preview')) {
        // Another style sheet, or another program: only the browser can load that.
        sessionStorage.setItem(STORE, JSON.stringify(where));
        location.reload();
        return;
      }
      const status = document.getElementById('_preview-status');
      const { lang, dir } = page.documentElement;
      Object.assign(document.documentElement, { lang, dir });
      document.title = page.title;
      // The line that speaks stays, or it would not be heard.
      page.getElementById('_preview-status').remove();
      [...document.body.childNodes].filter((node) => node !== status).forEach((node) => node.remove());
      status.before(...page.body.childNodes);
      annotate();
      restore(where);
      say(bar().dataset.madeAnew);
    } catch {
      say(bar().dataset.lost);
    } finally {
      busy = false;
      if (again) { again = false; renew(); }
    }
  };

  document.addEventListener('DOMContentLoaded', () => {
    annotate();
    const stored = sessionStorage.getItem(STORE);
    if (stored) {
      sessionStorage.removeItem(STORE);
      restore(JSON.parse(stored));
      say(bar().dataset.madeAnew);
    }
    let lost = false;
    let revision = bar().dataset.revision;
    let events;
    // A browser holds six connections to a server: pages that nobody sees do not wait for news.
    const listen = () => {
      events?.close();
      if (document.hidden) return;
      events = new EventSource('/_preview/events');
      events.addEventListener('revision', ({ data }) => {
        // After it was lost, the program that answers may count from the beginning.
        if (lost || data !== revision) renew();
        [lost, revision] = [false, data];
      });
      events.addEventListener('error', () => {
        if (!lost) say(bar().dataset.lost);
        lost = true;
      });
    };
    document.addEventListener('visibilitychange', listen);
    listen();
  });
})();
