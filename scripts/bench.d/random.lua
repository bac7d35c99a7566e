-- Random requests for wrk: `wrk -s random.lua URL -- TEMPLATE RUN`. {box} in the template becomes a box of 0.2 by 0.1 degrees,
-- {z}, {x} and {y} a tile of zoom 12, all within the data of serve-data.sql. A run draws the same for everybody who is
-- measured, and another run draws others, so that no answer was made before.
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init(args)
  template, run, drawn = args[1], args[2], 0
  math.randomseed(1000 * run + number)
end

function request()
  local west, south = -107.5 + 3.3 * math.random(), 41.2 + 2.7 * math.random()
  local box = string.format("%.6f,%.6f,%.6f,%.6f", west, south, west + 0.2, south + 0.1)
  local path = template:gsub("{box}", box)
    :gsub("{z}", "12"):gsub("{x}", math.random(825, 863)):gsub("{y}", math.random(1490, 1532))
  -- The data have fewer tiles than a run has requests, so each asks for a form of its own besides, which nobody has.
  drawn = drawn + 1
  return wrk.format("GET", path, { Accept = string.format("*/*, bench/%d-%d-%d;q=0.1", run, number, drawn) })
end
