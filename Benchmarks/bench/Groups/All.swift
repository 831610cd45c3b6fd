import BenchHarness

/// Every group, in the table's order.
let allGroups: [Group] = [
    .sqlite, .registering, .opening, .serving, .pages, .searching, .tables, .exports,
]
