export { BoardPage } from './board-page.tsx';
export { KeptPage } from './kept/kept-page.tsx';
export { WallboardPage } from './wallboard/wallboard-page.tsx';
