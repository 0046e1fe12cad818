// M/M/1 in a C++ event kernel that does what the engine does and no more: events that can be cancelled by a handle, times that are checked,
// handlers by number, a fingerprint over (time, handler, argument); a station whose customers can be withdrawn, with the audit's counters;
// the same random numbers (tables and generator states come from a file) and statistics. It must find the same numbers as mm1.ts.
//   mm1 <file> <customers>     prints <CPU ns per customer> <mean response> <p99> <number integral> <residence> <work>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <stdexcept>
#include <vector>

using u32 = uint32_t;
using u64 = uint64_t;

struct Tables { double width[256], inner[256], height[257], tail; } tables;

struct Stream {
  double s0, s1, s2, carry;
  double draw() {
    double t = 2091639 * s0 + carry * (1.0 / 4294967296.0);
    carry = double(int32_t(t));
    s0 = s1;
    s1 = s2;
    return s2 = t - carry;
  }
  double exponential(double mean) {
    double shift = 0;
    for (;;) {
      u32 bits = u32(draw() * 4294967296.0), layer = bits & 255, position = bits >> 8;
      double x = (position + 0.5) * tables.width[layer];
      if (position < tables.inner[layer]) return (shift + x) * mean;
      if (layer == 0) shift += tables.tail;
      else {
        double low = tables.height[layer];
        if (low + (draw() + 0.5 / 4294967296.0) * (tables.height[layer + 1] - low) < std::exp(-x)) return (shift + x) * mean;
      }
    }
  }
};

struct Tally {
  u64 n = 0;
  double mean = 0, squares = 0, min = INFINITY, max = -INFINITY;
  void add(double x) {
    double delta = x - mean;
    mean += delta / double(++n);
    squares += delta * (x - mean);
    if (x < min) min = x;
    if (x > max) max = x;
  }
};

struct Histogram {
  std::vector<double> counts = std::vector<double>(1 << 20);
  u64 n = 0;
  static u32 bucket(double x) {
    u64 bits;
    memcpy(&bits, &x, 8);
    return u32(bits >> 43);
  }
  void add(double x) {
    counts[bucket(x)]++;
    n++;
  }
  double quantile(double q) {
    double rank = std::ceil(q * double(n)), seen = 0;
    for (u32 i = 0; i < counts.size(); i++)
      if ((seen += counts[i]) >= rank) {
        u64 low = u64(i) << 43, high = u64(i + 1) << 43;
        double a, b;
        memcpy(&a, &low, 8);
        memcpy(&b, &high, 8);
        return (a + b) / 2;
      }
    return NAN;
  }
};

// --- kernel: 4-ary heap ordered by (time, sequence), whose root stays a hole while a handler runs; cancelled events are dropped lazily ---

struct Event { u64 time, sequence; u32 handler, arg, slot, generation; };
static inline bool before(const Event &a, const Event &b) {
  return ((unsigned __int128)(a.time) << 64 | a.sequence) < ((unsigned __int128)(b.time) << 64 | b.sequence);
}

struct Kernel;
typedef void (*Handler)(Kernel &, u32);

struct Kernel {
  u64 now = 0, sequence = 0, fingerprint = 0xcbf29ce484222325ull;
  std::vector<Event> heap = std::vector<Event>(1024);
  std::vector<Handler> handlers;
  size_t size = 0;
  bool hole = false;

  std::vector<u32> generations, freeSlots;
  u64 executed = 0;

  u32 on(Handler handler) {
    handlers.push_back(handler);
    return u32(handlers.size() - 1);
  }
  u64 at(u64 time, u32 handler, u32 arg) {
    if (time < now || time >> 53) throw std::range_error("time");
    if (freeSlots.empty()) {
      freeSlots.push_back(u32(generations.size()));
      generations.push_back(1);
    }
    u32 slot = freeSlots.back();
    freeSlots.pop_back();
    push(Event{time, sequence++, handler, arg, slot, generations[slot]});
    return u64(generations[slot]) << 32 | slot;
  }
  bool cancel(u64 handle) {
    u32 slot = u32(handle);
    if (slot >= generations.size() || generations[slot] != u32(handle >> 32)) return false;
    release(slot);
    return true;
  }
  void release(u32 slot) {
    generations[slot]++;
    freeSlots.push_back(slot);
  }
  void run() {
    for (;;) {
      if (hole) {
        hole = false;
        Event last = heap[--size];
        if (size > 0) down(last);
      }
      if (size == 0) return;
      Event event = heap[0];
      hole = true;
      if (generations[event.slot] != event.generation) continue;
      release(event.slot);
      now = event.time;
      executed++;
      fingerprint = (fingerprint ^ event.time) * 0x100000001b3ull;
      fingerprint = (fingerprint ^ (u64(event.handler) << 32 | event.arg)) * 0x100000001b3ull;
      handlers[event.handler](*this, event.arg);
    }
  }
  void push(const Event &event) {
    if (hole) {
      hole = false;
      return down(event);
    }
    if (size == heap.size()) heap.resize(2 * size);
    size_t i = size++;
    for (size_t parent; i > 0 && before(event, heap[parent = (i - 1) >> 2]); i = parent) heap[i] = heap[parent];
    heap[i] = event;
  }
  void down(const Event &event) {
    size_t i = 0;
    for (;;) {
      size_t c = 4 * i + 1, m = c;
      if (c >= size) break;
      for (size_t j = c + 1; j < c + 4 && j < size; j++) m = before(heap[j], heap[m]) ? j : m;
      if (!before(heap[m], event)) break;
      heap[i] = heap[m];
      i = m;
    }
    heap[i] = event;
  }
};

// --- station: c servers, first come first served, with the counters of an audit ---

struct Station {
  struct Customer { u64 arrival, service, started, event; u32 done, arg, next; };
  std::vector<Customer> customers;
  std::vector<u32> free;
  u32 servers, completion = 0, head = ~0u, tail = ~0u, busy = 0, present = 0;
  u64 arrivals = 0, departures = 0, clock = 0, busyClock = 0;
  double numberIntegral = 0, residence = 0, busyIntegral = 0, work = 0;
  explicit Station(u32 servers) : servers(servers) {}

  void submit(Kernel &kernel, u64 service, u32 done, u32 arg) {
    numberIntegral += double(present++) * double(kernel.now - clock);
    clock = kernel.now;
    arrivals++;
    if (free.empty()) {
      free.push_back(u32(customers.size()));
      customers.push_back({});
    }
    u32 id = free.back();
    free.pop_back();
    customers[id] = {kernel.now, service, 0, 0, done, arg, ~0u};
    if (busy < servers) return start(kernel, id);
    if (head == ~0u) head = id;
    else customers[tail].next = id;
    tail = id;
  }
  void start(Kernel &kernel, u32 id) {
    busyIntegral += double(busy++) * double(kernel.now - busyClock);
    busyClock = kernel.now;
    customers[id].started = kernel.now;
    customers[id].event = kernel.at(kernel.now + customers[id].service, completion, id);
  }
  void complete(Kernel &kernel, u32 id) {
    Customer customer = customers[id];
    busyIntegral += double(busy--) * double(kernel.now - busyClock);
    busyClock = kernel.now;
    numberIntegral += double(present--) * double(kernel.now - clock);
    clock = kernel.now;
    departures++;
    residence += double(kernel.now - customer.arrival);
    work += double(kernel.now - customer.started);
    free.push_back(id);
    if (head != ~0u) {
      u32 next = head;
      head = customers[next].next;
      start(kernel, next);
    }
    kernel.handlers[customer.done](kernel, customer.arg);
  }
};

// --- model ---

static Station station(1);
static Stream arrivals, services;
static Tally tally;
static Histogram histogram;
static std::vector<u64> arrivedAt(1 << 16);
static u64 came = 0, customers;
static u32 arrive, done;
static double interarrival, service;

int main(int, char **argv) {
  FILE *file = fopen(argv[1], "rb");
  double header[10];
  if (!file || fread(header, 8, 10, file) != 10 || fread(&tables, 8, 770, file) != 770) return 1;
  interarrival = header[0];
  service = header[1];
  memcpy(&arrivals, header + 2, 32);
  memcpy(&services, header + 6, 32);
  customers = strtoull(argv[2], nullptr, 10);
  Kernel kernel;
  station.completion = kernel.on([](Kernel &kernel, u32 id) { station.complete(kernel, id); });
  done = kernel.on([](Kernel &kernel, u32 customer) {
    double response = double(kernel.now - arrivedAt[customer & 0xffff]);
    tally.add(response);
    histogram.add(response);
  });
  arrive = kernel.on([](Kernel &kernel, u32) {
    arrivedAt[came & 0xffff] = kernel.now;
    station.submit(kernel, u64(std::floor(services.exponential(service) + 0.5)), done, u32(came));
    if (++came < customers) kernel.at(kernel.now + u64(std::floor(arrivals.exponential(interarrival) + 0.5)), arrive, 0);
  });
  clock_t start = clock();
  kernel.at(0, arrive, 0);
  kernel.run();
  double ns = double(clock() - start) / CLOCKS_PER_SEC * 1e9 / double(customers);
  printf("%.3f %.17g %.17g %.17g %.17g %.17g %llx\n", ns, tally.mean, histogram.quantile(0.99), station.numberIntegral, station.residence,
         station.work, (unsigned long long)kernel.fingerprint);
}
