import { setClock } from '../../src/infrastructure/today.js';

/** Ten in the morning of that day in China, until the clock is put on again. */
export const onDay = (day: string): void => setClock(() => new Date(`${day}T10:00:00+08:00`));
