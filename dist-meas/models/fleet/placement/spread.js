export const spread = {
    hostOf: (tenant, hosts) => tenant % hosts,
    description: "tenants go to hosts in turn",
};
