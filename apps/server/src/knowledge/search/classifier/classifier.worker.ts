// Runs in a thread of its own for one training and ends.
import { parentPort, workerData } from 'node:worker_threads';
import { type Sample, trainClassifier } from './classifier.rules.ts';

const { samples, classes } = workerData as { samples: Sample[]; classes: number };
const classifier = trainClassifier(samples, classes);
parentPort?.postMessage(classifier, classifier ? [classifier.weights.buffer as ArrayBuffer] : []);
