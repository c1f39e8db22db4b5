export { BoardPage } from './board-page.tsx';
export { WallboardPage } from './wallboard/wallboard-page.tsx';
