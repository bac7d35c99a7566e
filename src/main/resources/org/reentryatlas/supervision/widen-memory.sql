-- A caseload is sorted and joined whole several times; with the server's usual few megabytes each of these goes to disk.
set local work_mem = '64MB'
