// LEMON's network simplex on the parts of a market, for the benchmark. Reads parts written by anchors.ts from the file given:
// int32 nodes, int32 arcs, then int32 supply[nodes], tail[arcs], head[arcs], capacity[arcs] (-1: none), int64 cost[arcs].
// Prints the processor milliseconds spent in run() and the total cost.
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <cstdint>
#include <cstdio>
#include <ctime>
#include <vector>

using Graph = lemon::SmartDigraph;

template <typename T> static bool read(std::FILE* file, std::vector<T>& values, std::size_t count) {
  values.resize(count);
  return std::fread(values.data(), sizeof(T), count, file) == count;
}

int main(int argc, char** argv) {
  std::FILE* file = argc > 1 ? std::fopen(argv[1], "rb") : nullptr;
  if (!file) return 1;
  double milliseconds = 0;
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
    Graph::ArcMap<long long> upper(graph), price(graph);
    Graph::NodeMap<long long> units(graph);
    lemon::NetworkSimplex<Graph, long long, long long> simplex(graph);
    for (int arc = 0; arc < size[1]; arc++) {
      Graph::Arc laid = graph.addArc(nodes[tail[arc]], nodes[head[arc]]);
      upper[laid] = capacity[arc] < 0 ? simplex.INF : capacity[arc];
      price[laid] = cost[arc];
    }
    long long all = 0;
    for (int node = 1; node < size[0]; node++) {
      units[nodes[node]] = supply[node];
      all += supply[node];
    }
    units[nodes[0]] = -all;
    simplex.reset();
    simplex.upperMap(upper).costMap(price).supplyMap(units);
    std::clock_t start = std::clock();
    if (simplex.run() != simplex.OPTIMAL) return 3;
    milliseconds += 1000.0 * (std::clock() - start) / CLOCKS_PER_SEC;
    total += simplex.totalCost<long long>();
  }
  std::printf("%.3f %lld\n", milliseconds, total);
  return 0;
}
