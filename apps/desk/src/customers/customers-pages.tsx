export { CustomerPage } from './customer-page.tsx';
export { CustomersPage } from './customers-page.tsx';
export { OrganizationPage } from './organizations/organization-page.tsx';
export { OrganizationsPage } from './organizations/organizations-page.tsx';
