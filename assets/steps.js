// On a phone a long form is filled in one step after the other. Without this file all steps stand on one page.
const form = document.querySelector('#intake-form');
const steps = [...form.querySelectorAll('.step-page')];
const narrow = window.matchMedia('(max-width: 767.98px)');
const last = form.querySelector('.intake-actions');
let at = Math.max(
  0,
  steps.findIndex((step) => step.querySelector('.field-faulty')),
);

const bar = document.createElement('div');
bar.className = 'form-actions no-print';
const button = (label, by) => {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = by > 0 ? 'btn btn-primary' : 'btn btn-outline-primary';
  made.textContent = label;
  made.addEventListener('click', () => {
    at += by;
    show();
    steps[at].querySelector('input, select, textarea')?.focus();
    steps[at].scrollIntoView();
  });
  bar.append(made);
  return made;
};
const back = button('上一步', -1);
const on = button('下一步', 1);

function show() {
  const whole = !narrow.matches;
  steps.forEach((step, i) => {
    step.hidden = !whole && i !== at;
  });
  last.hidden = !whole && at < steps.length - 1;
  bar.hidden = whole;
  back.hidden = at === 0;
  on.hidden = at === steps.length - 1;
}

// An error, or the address of a field, opens its step.
function openNamed() {
  const named = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  const found = named ? steps.findIndex((step) => step.contains(named)) : -1;
  if (found < 0) return;
  at = found;
  show();
  named.focus();
}

last.before(bar);
narrow.addEventListener('change', show);
window.addEventListener('hashchange', openNamed);
show();
openNamed();
