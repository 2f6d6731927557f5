// Comfort only: every page does its main job without this file.
document.querySelector('.error-summary')?.focus();

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  const open = document.activeElement?.closest('details.topbar-person[open], details.confirm[open]');
  if (!open) return;
  open.removeAttribute('open');
  open.querySelector('summary')?.focus();
});
