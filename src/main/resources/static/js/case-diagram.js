// Draws the model of a case's process and marks on it what the list of steps says in words.
(() => {
  const figure = document.getElementById('diagram');
  const drawing = figure.querySelector('.drawing');
  const scroll = figure.querySelector('.scroll');
  const scale = 0.85;

  const states = new Map();
  for (const step of document.querySelectorAll('#steps [data-element]')) {
    if (states.get(step.dataset.element) !== 'now') {
      states.set(step.dataset.element, step.dataset.state);
    }
  }

  const label = (text, kind) => {
    const mark = document.createElement('span');
    mark.className = 'mark ' + kind;
    mark.textContent = text;
    return mark;
  };

  const mark = (viewer, element, state) => {
    if (!viewer.get('elementRegistry').get(element) || state === 'next') {
      return;
    }
    viewer.get('canvas').addMarker(element, 'is-' + state);
    viewer.get('overlays').add(element, {
      position: state === 'now' ? { top: -11, left: -18 } : { top: -10, right: 8 },
      html: label(state === 'now' ? figure.dataset.here : '✓', state)
    });
  };

  // The viewer writes style attributes, which the content policy refuses; the same through the object
  // model is allowed. Nobody else writes any, so both ways stay replaced.
  const allowStyles = () => {
    const html = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML');
    Object.defineProperty(Element.prototype, 'innerHTML', {
      ...html,
      set(text) {
        html.set.call(this, String(text).replaceAll(' style="', ' data-style="'));
        for (const styled of this.querySelectorAll('[data-style]')) {
          styled.style.cssText = styled.dataset.style;
        }
      }
    });
    for (const [name, at] of [['setAttribute', 0], ['setAttributeNS', 1]]) {
      const set = Element.prototype[name];
      Element.prototype[name] = function (...given) {
        if (given[at] === 'style') {
          this.style.cssText = given[at + 1];
        } else {
          set.apply(this, given);
        }
      };
    }
  };

  const draw = async () => {
    const answer = await fetch(figure.dataset.model, { credentials: 'same-origin' });
    if (!answer.ok) {
      return;
    }
    allowStyles();
    const viewer = new BpmnJS({
      container: drawing,
      bpmnRenderer: { defaultFillColor: 'var(--socle-page)', defaultStrokeColor: 'var(--socle-ink)' }
    });
    // Shown before it is drawn: a hidden drawing has no size.
    figure.hidden = false;
    await viewer.importXML(await answer.text());
    const canvas = viewer.get('canvas');
    const inner = canvas.viewbox().inner;
    const margin = 24;
    drawing.style.inlineSize = (inner.width + 2 * margin) * scale + 'px';
    drawing.style.blockSize = (inner.height + 2 * margin) * scale + 44 + 'px';
    canvas.resized();
    canvas.viewbox({
      x: inner.x - margin,
      y: inner.y - margin,
      width: drawing.clientWidth / scale,
      height: drawing.clientHeight / scale
    });
    drawing.querySelector('.djs-container > svg').setAttribute('aria-hidden', 'true');
    states.forEach((state, element) => mark(viewer, element, state));
    const here = drawing.querySelector('.is-now');
    if (here) {
      const box = here.getBoundingClientRect();
      const frame = scroll.getBoundingClientRect();
      scroll.scrollLeft = box.left - frame.left - (frame.width - box.width) / 2;
    }
  };

  // The list says everything; without the drawing nothing is missing.
  draw().catch(() => { figure.hidden = true; });
})();
