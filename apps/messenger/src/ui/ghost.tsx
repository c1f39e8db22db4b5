/** Holds a place of about the true size until the server answers. */
export const Ghost = () => (
  <div class="ghost" aria-hidden="true">
    <i />
    <i />
    <i />
  </div>
);
