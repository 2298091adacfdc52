import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { Root } from './Root';

/** Puts the product into the page. */
export function mountApp(): void {
  const place = document.getElementById('root');
  if (place === null) throw new Error('index.html has no #root');
  createRoot(place).render(createElement(Root));
}
