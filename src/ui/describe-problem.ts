import type { SourceProblem } from '../streams/source-failure.ts';
import { describePoseStreamProblem } from './describe-pose-stream-problem.ts';

/** What went wrong and what to do about it, each a plain sentence. */
export interface ProblemText {
  readonly what: string;
  readonly todo: string;
}

/** Says every expected problem of a source to the person in front of it. */
export function describeProblem(problem: SourceProblem): ProblemText {
  switch (problem.type) {
    case 'camera-permission-denied':
      return {
        what: 'This page may not use the camera.',
        todo: 'Allow the camera in the address bar of your browser, then press “Use my camera” again.',
      };
    case 'no-camera':
      return {
        what: 'No camera was found.',
        todo: 'Plug one in and press “Use my camera”, or open a video or a picture.',
      };
    case 'camera-in-use':
      return {
        what: 'The camera is used by another program.',
        todo: 'Close the other program or tab that shows the camera, then try again.',
      };
    case 'camera-unplugged':
      return {
        what: 'The camera was unplugged or switched off.',
        todo: 'Plug it in again and press “Use my camera”.',
      };
    case 'camera-constraints':
      return {
        what: `This camera cannot give ${problem.width} × ${problem.height}.`,
        todo: 'Choose a smaller resolution or another camera.',
      };
    case 'camera-unsupported':
      return {
        what: 'This browser gives the page no camera.',
        todo: 'Open the page over https or on localhost in a current browser, or open a file instead.',
      };
    case 'not-a-video':
      return {
        what: `“${problem.name}” is not a video this page can read.`,
        todo: 'Choose an MP4 or WebM video, or a JPEG, PNG or WebP picture.',
      };
    case 'no-video-track':
      return {
        what: `“${problem.name}” holds no picture, only sound or data.`,
        todo: 'Choose a video with a picture track.',
      };
    case 'unsupported-codec':
      return {
        what: `This browser cannot decode ${problem.codec}, which “${problem.name}” uses.`,
        todo: 'Convert the video to H.264 (MP4) or VP9 (WebM), or try another browser.',
      };
    case 'webcodecs-unsupported':
      return {
        what: 'This browser cannot decode video files (it has no WebCodecs).',
        todo: 'Use a current Chrome, Edge, Safari or Firefox; the camera may still work here.',
      };
    case 'clip-broken':
      return {
        what: `“${problem.name}” is broken after ${countOf(problem.framesRead)}: ${problem.reason}`,
        todo: 'What was read is kept. Try another copy of the file.',
      };
    case 'not-a-picture':
      return {
        what: `“${problem.name}” is not a picture this page can read.`,
        todo: 'Choose a JPEG, PNG or WebP picture.',
      };
    case 'synthetic-unavailable':
      return {
        what: `The synthetic hands could not be drawn: ${problem.reason}`,
        todo: 'Use your camera or open a video or a picture instead.',
      };
    case 'bad-recording':
      return describePoseStreamProblem(problem.name, problem.problem);
    case 'recording-unreadable':
      return {
        what: `“${problem.name}” can no longer be read: ${problem.reason}`,
        todo: 'It may have been changed, moved or unplugged since; open it again.',
      };
    default:
      return problem satisfies never;
  }
}

function countOf(frames: number): string {
  return frames === 1 ? '1 frame' : `${frames} frames`;
}
