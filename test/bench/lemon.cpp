// LEMON's network simplex on the parts of a market, for the benchmark. Reads parts written by anchors.ts from the file given:
// int32 nodes, int32 arcs, then int32 supply[nodes], tail[arcs], head[arcs], capacity[arcs] (-1: none), int64 cost[arcs].
// Prints the milliseconds by the clock and of the processor from the graph and its maps to flow, potentials and total cost (the task of
// solveNetwork), those by the clock in run() alone, and the total cost. Laying the graph and the maps is left out.
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <limits>
#include <vector>

using Graph = lemon::SmartDigraph;
using Simplex = lemon::NetworkSimplex<Graph, long long, long long>;

// What LEMON takes for "no limit".
static const long long NO_LIMIT = std::numeric_limits<long long>::max();

using Clock = std::chrono::steady_clock;

static double since(Clock::time_point start) { return std::chrono::duration<double, std::milli>(Clock::now() - start).count(); }

template <typename T> static bool read(std::FILE* file, std::vector<T>& values, std::size_t count) {
  values.resize(count);
  return std::fread(values.data(), sizeof(T), count, file) == count;
}

int main(int argc, char** argv) {
  std::FILE* file = argc > 1 ? std::fopen(argv[1], "rb") : nullptr;
  if (!file) return 1;
  double whole = 0;
  double alone = 0;
  std::clock_t processor = 0;
  long long total = 0;
  std::int32_t size[2];
  std::vector<std::int32_t> supply, tail, head, capacity;
  std::vector<std::int64_t> cost;
  while (std::fread(size, sizeof(std::int32_t), 2, file) == 2) {
    if (!read(file, supply, size[0]) || !read(file, tail, size[1]) || !read(file, head, size[1]) || !read(file, capacity, size[1]) || !read(file, cost, size[1])) return 2;
    Graph graph;
    graph.reserveNode(size[0]);
    graph.reserveArc(size[1]);
    std::vector<Graph::Node> nodes;
    for (int node = 0; node < size[0]; node++) nodes.push_back(graph.addNode());
    Graph::ArcMap<long long> upper(graph), price(graph), flow(graph);
    Graph::NodeMap<long long> units(graph), potential(graph);
    for (int arc = 0; arc < size[1]; arc++) {
      Graph::Arc laid = graph.addArc(nodes[tail[arc]], nodes[head[arc]]);
      upper[laid] = capacity[arc] < 0 ? NO_LIMIT : capacity[arc];
      price[laid] = cost[arc];
    }
    long long all = 0;
    for (int node = 1; node < size[0]; node++) {
      units[nodes[node]] = supply[node];
      all += supply[node];
    }
    units[nodes[0]] = -all;
    std::clock_t before = std::clock();
    Clock::time_point start = Clock::now();
    Simplex simplex(graph);
    simplex.upperMap(upper).costMap(price).supplyMap(units);
    Clock::time_point started = Clock::now();
    if (simplex.run() != Simplex::OPTIMAL) return 3;
    alone += since(started);
    simplex.flowMap(flow);
    simplex.potentialMap(potential);
    total += simplex.totalCost<long long>();
    whole += since(start);
    processor += std::clock() - before;
  }
  std::printf("%.3f %.3f %.3f %lld\n", whole, 1000.0 * processor / CLOCKS_PER_SEC, alone, total);
  return 0;
}
